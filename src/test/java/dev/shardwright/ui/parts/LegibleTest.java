package dev.shardwright.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LegibleTest {
  @Test
  void aNameWithALineBreakStaysOneLine() {
    assertThat(Legible.line("line\nbreak\ttab\u0000")).isEqualTo("line\\nbreak\\ttab\\u0000");
    assertThat(Legible.line("clients")).isEqualTo("clients");
    assertThat(Legible.line("größe 日本")).isEqualTo("größe 日本");
  }

  @Test
  void aSignThatTurnsTheWritingRoundIsSpelt() {
    assertThat(Legible.line("users\u202Esresu")).isEqualTo("users\\u202Esresu");
  }

  @Test
  void aRightToLeftNameDoesNotTurnItsSentenceRound() {
    assertThat(Legible.line("عملاء")).isEqualTo("\u200Eعملاء\u200E");
  }

  @Test
  void aCommentKeepsItsLinesAndLosesWhatCannotBeSeen() {
    assertThat(Legible.text("first\r\nsecond\tcolumn\u0007")).isEqualTo("first\nsecond column");
  }
}
