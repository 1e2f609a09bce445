package dev.shardwright.report.content;

import dev.shardwright.classify.Kind;

/** A piece of a line. */
public sealed interface Span {

  /** The piece as plain text. */
  String text();

  /** Ordinary words. */
  record Words(String text) implements Span {}

  /** What somebody said, in any language: it runs in its own direction, whatever stands around. */
  record Said(String text) implements Span {}

  /** A name or expression of the database, set in a monospaced face. */
  record Name(String text) implements Span {}

  /** The mark of a table. */
  record Mark(Kind kind) implements Span {
    @Override
    public String text() {
      return kind.word();
    }
  }

  /** A word that tells at a glance how things stand. */
  record Badge(Tone tone, String text) implements Span {}
}
