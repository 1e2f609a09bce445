package dev.shardwright.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {

  @Test
  void listsShowThreeDigitsOfLargeNumbersAndAllOfSmallOnes() {
    assertThat(Figures.brief(8_204)).isEqualTo("8,204");
    assertThat(Figures.brief(41_907)).isEqualTo("41.9 k");
    assertThat(Figures.brief(120_411)).isEqualTo("120 k");
    assertThat(Figures.brief(999_499)).isEqualTo("999 k");
    assertThat(Figures.brief(999_500)).isEqualTo("1.0 M");
    assertThat(Figures.brief(Long.MAX_VALUE)).isEqualTo("9223372 T");
  }

  @Test
  void bytesCountInPowersOf1024() {
    assertThat(Figures.bytes(999)).isEqualTo("999 B");
    assertThat(Figures.bytes(1536)).isEqualTo("1.5 KB");
    assertThat(Figures.bytes(40L * 1024 * 1024)).isEqualTo("40 MB");
  }

  @Test
  void oneThingIsNotMany() {
    assertThat(Figures.count(1, "table")).isEqualTo("1 table");
    assertThat(Figures.count(1_000, "table")).isEqualTo("1,000 tables");
    assertThat(Figures.count(2, "query", "queries")).isEqualTo("2 queries");
  }

  @Test
  void nothingOfNothingIsNoError() {
    assertThat(Figures.percent(0, 0)).isEqualTo("0 %");
    assertThat(Figures.percent(1, 3)).isEqualTo("33.3 %");
  }

  @Test
  void figuresAreTheSameUnderEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(Figures.exact(41_907)).isEqualTo("41,907");
      assertThat(Figures.brief(41_907)).isEqualTo("41.9 k");
      assertThat(Figures.count(41_907, "row")).isEqualTo("41,907 rows");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void wholeNumbersAreSeparatedHoweverLongAndWhoeverWroteThem() {
    assertThat(Figures.exact(new BigInteger("18446744073709551615")))
        .isEqualTo("18,446,744,073,709,551,615");
    assertThat(Figures.exact("20000000")).isEqualTo("20,000,000");
    assertThat(Figures.exact("0.00125")).isEqualTo("0.00125");
    assertThat(Figures.exact("true")).isEqualTo("true");
  }
}
