import type { ApolloServerPlugin } from '@apollo/server';
import type { AnsweringContext } from './exchange';

/**
 * Somebody else's plugin, with a note to us where it wants to see a question executed: the server then executes it by
 * itself, field by field, since a compiled query has nothing to show.
 */
export function watching(
  plugin: ApolloServerPlugin<AnsweringContext>,
): ApolloServerPlugin<AnsweringContext> {
  const requestDidStart: ApolloServerPlugin<AnsweringContext>['requestDidStart'] = async (
    asked,
  ) => {
    const listener = await plugin.requestDidStart?.(asked);
    const { exchange } = asked.contextValue;
    if (listener) exchange.listeners.push(listener);
    if (listener?.executionDidStart) exchange.isWatched = true;
    return listener;
  };
  // Whatever else it has, it keeps, and as its own: a plugin may be an object with private members.
  return new Proxy(plugin, {
    get(target, name) {
      if (name === 'requestDidStart') return requestDidStart;
      const member: unknown = Reflect.get(target, name, target);
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
}
