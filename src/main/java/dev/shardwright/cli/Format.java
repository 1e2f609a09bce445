package dev.shardwright.cli;

/** How a result is printed. */
enum Format {
  text,
  json
}
