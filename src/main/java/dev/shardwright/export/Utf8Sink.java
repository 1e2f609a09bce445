package dev.shardwright.export;

import java.io.IOException;

/** Takes text that is UTF-8 already, so that rows pass from the server to disk without decoding. */
interface Utf8Sink {
  void utf8(byte[] text, int from, int length) throws IOException;
}
