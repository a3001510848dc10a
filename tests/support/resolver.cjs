'use strict';

/** The client is written as ES modules, which name a file as it will be compiled; its tests load the source. */
module.exports = (request, options) => {
  const isClient = /[\\/]src[\\/]client([\\/]|$)/.test(options.basedir);
  const file = isClient && request.startsWith('.') ? request.replace(/\.js$/, '.ts') : request;
  return options.defaultResolver(file, options);
};
