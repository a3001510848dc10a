import { connect, type Socket } from 'node:net';

/** What came back for one request. */
export interface Answer {
  readonly status: number;
  /** Length of the body. */
  readonly bytes: number;
  /** Status line and headers. */
  readonly head: string;
  /** The body, where it was asked for. */
  readonly body: Buffer | null;
}

/** What is called with the answer, or with why there is none. */
export interface Settle {
  resolve(answer: Answer): void;
  reject(error: Error): void;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * One kept-alive HTTP/1.1 connection that sends a request when the answer to the one before is whole. It reads of an
 * answer its status and its length and nothing else: a general client takes more of a processor than the servers that
 * are measured, and then measures itself.
 */
export class Connection {
  readonly #socket: Socket;
  #partOfHead: Buffer | null = null;
  #head = '';
  #status = 0;
  #length = 0;
  #received = 0;
  #kept: Buffer[] | null = null;
  #settle: Settle | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    socket.on('error', (error) => this.#fail(error));
    socket.on('close', () => this.#fail(new Error('The server closed the connection.')));
  }

  static open(port: number): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new Connection(socket));
      });
    });
  }

  /** @param keepBody whether the answer's body is wanted, or only counted. */
  send(request: Buffer, keepBody: boolean, settle: Settle): void {
    this.#settle = settle;
    this.#kept = keepBody ? [] : null;
    this.#socket.write(request);
  }

  /** Sends a request and resolves to the whole answer. */
  ask(request: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => this.send(request, true, { resolve, reject }));
  }

  close(): void {
    this.#settle = null;
    this.#socket.destroy();
  }

  #receive(chunk: Buffer): void {
    let body = chunk;
    if (this.#status === 0) {
      const all = this.#partOfHead ? Buffer.concat([this.#partOfHead, chunk]) : chunk;
      const end = all.indexOf(HEAD_END);
      if (end === -1) {
        this.#partOfHead = all;
        return;
      }
      this.#partOfHead = null;
      this.#head = all.toString('latin1', 0, end);
      if (!this.#readHead(this.#head)) return;
      body = all.subarray(end + HEAD_END.length);
    }
    this.#received += body.length;
    this.#kept?.push(body);
    if (this.#received < this.#length) return;

    const answer = {
      status: this.#status,
      bytes: this.#received,
      head: this.#head,
      body: this.#kept && Buffer.concat(this.#kept),
    };
    const settle = this.#settle;
    this.#status = 0;
    this.#received = 0;
    this.#settle = null;
    settle?.resolve(answer);
  }

  #readHead(head: string): boolean {
    this.#status = Number(head.slice(9, 12));
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    if (length === undefined && this.#status !== 304) {
      this.#fail(new Error(`An answer does not tell its length:\n${head}`));
      return false;
    }
    this.#length = this.#status === 304 ? 0 : Number(length);
    return true;
  }

  #fail(error: Error): void {
    const settle = this.#settle;
    this.#settle = null;
    settle?.reject(error);
    this.#socket.destroy();
  }
}
