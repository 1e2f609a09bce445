package dev.shardwright.report.content;

import dev.shardwright.classify.Kind;
import dev.shardwright.model.Figures;
import dev.shardwright.risk.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One run of text: a sentence, the content of a cell. */
public record Line(List<Span> spans) {
  public static final Line EMPTY = new Line(List.of());

  public Line {
    spans = List.copyOf(spans);
  }

  public static Line of(String words) {
    return words.isEmpty() ? EMPTY : new Line(List.of(new Span.Words(words)));
  }

  /** What somebody said: a reason, a comment. */
  public static Line said(String words) {
    return words.isEmpty() ? EMPTY : new Line(List.of(new Span.Said(words)));
  }

  /** A name of the database alone. */
  public static Line name(String name) {
    return new Line(List.of(new Span.Name(name)));
  }

  public static Line mark(Kind kind) {
    return new Line(List.of(new Span.Mark(kind)));
  }

  public static Line badge(Tone tone, String word) {
    return new Line(List.of(new Span.Badge(tone, word)));
  }

  public static Line severity(Severity severity) {
    return badge(Tone.of(severity), severity.word());
  }

  /** A number with separators of thousands. */
  public static Line number(long number) {
    return of(Figures.exact(number));
  }

  public Line and(String words) {
    return and(of(words));
  }

  public Line andName(String name) {
    return and(name(name));
  }

  /** The reason behind the words that lead to it; nothing if nobody gave one. */
  public Line andReason(String lead, Optional<String> reason) {
    return reason.map(why -> and(lead).and(said(why))).orElse(this);
  }

  public Line and(Line more) {
    List<Span> all = new ArrayList<>(spans);
    all.addAll(more.spans);
    return new Line(all);
  }

  public boolean isEmpty() {
    return spans.isEmpty();
  }

  /** The text alone. */
  public String plain() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
