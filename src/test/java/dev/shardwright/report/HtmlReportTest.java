package dev.shardwright.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.shardwright.classify.Decision;
import dev.shardwright.classify.Decisions;
import dev.shardwright.classify.Kind;
import dev.shardwright.model.Column;
import dev.shardwright.model.ColumnType;
import dev.shardwright.model.Product;
import dev.shardwright.model.Provenance;
import dev.shardwright.model.Schema;
import dev.shardwright.model.Table;
import dev.shardwright.model.TableName;
import dev.shardwright.model.TypeFamily;
import dev.shardwright.model.UniqueKey;
import dev.shardwright.plan.Plan;
import dev.shardwright.risk.Evidence;
import dev.shardwright.testing.Luminance;
import dev.shardwright.testing.Plans;
import java.awt.Color;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The page as browsers, printers and screen readers meet it. */
class HtmlReportTest {
  private static final String HOSTILE =
      "</script><img src=x onerror=\"alert(1)\">'&\u0000\u202Eevil\uD800";
  static final Plan RENTAL =
      Plans.of(
          "clients(id, login:text!) cities(id) rentals(id, client_id -> clients!, city_id ->"
              + " cities) city_names(id, city_id -> cities!)",
          "clients");

  /** The page is written so that an XML parser can read it; script and style are not for it. */
  private static Document parsed(String html) {
    String page = html.replaceAll("(?s)<(script|style)>.*?</\\1>", "");
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(page)));
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Element> all(Document page, String tag) {
    List<Element> elements = new ArrayList<>();
    NodeList found = page.getElementsByTagName(tag);
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  static Plan hostile() {
    TableName name = new TableName("public", HOSTILE);
    Table table =
        Table.of(
            name,
            List.of(Column.of(HOSTILE, new ColumnType("bigint", TypeFamily.INTEGER), false)),
            List.of(UniqueKey.of("p", UniqueKey.Kind.PRIMARY, List.of(HOSTILE))));
    Provenance origin =
        new Provenance(
            Product.POSTGRESQL, HOSTILE, HOSTILE, List.of("public"), 1, 0, List.of(HOSTILE));
    Decisions decisions =
        Decisions.root(name)
            .with(new Decision.KindOverride(name, Kind.CLIENT, Optional.of(HOSTILE)));
    return Plan.of(Schema.of(origin, List.of(table), List.of()), decisions, Evidence.NONE);
  }

  @Test
  void hostileNamesAndReasonsStayText() {
    String html = ReportsTest.reports(hostile()).html();
    assertThat(html).doesNotContain("<img src=x").doesNotContain("\u202E").doesNotContain("\u0000");
    assertThat(all(parsed(html), "img")).allMatch(i -> i.getAttribute("src").startsWith("data:"));
    assertThat(Pattern.compile("<script").matcher(html).results()).hasSize(1);
  }

  @Test
  void hostileNamesDoNotBreakTheOtherFormatsEither() throws IOException {
    Reports reports = ReportsTest.reports(hostile());
    assertThat(reports.markdown()).doesNotContain("\n<img").contains("\\<img");
    assertThat(reports.json().toString()).contains("onerror");
    assertThat(ReportsTest.pdf(reports)).isNotEmpty();
  }

  @Test
  void nothingIsFetchedFromAnywhere() {
    String html = ReportsTest.reports(RENTAL).html();
    assertThat(Pattern.compile("(src|href)=\"(?!#|data:)").matcher(html).find()).isFalse();
    assertThat(Pattern.compile("url\\((?!data:|#)").matcher(html).find()).isFalse();
    assertThat(html).doesNotContain("@import");
  }

  @Test
  void whatPeopleSaidRunsInItsOwnDirection() {
    Decision cities =
        new Decision.KindOverride(
            new TableName("public", "cities"), Kind.NEUTRAL, Optional.of("הטבלה משותפת"));
    Plan plan = Plan.of(RENTAL.schema(), RENTAL.decisions().with(cities), Evidence.NONE);
    assertThat(all(parsed(ReportsTest.reports(plan).html()), "bdi"))
        .extracting(Element::getTextContent)
        .contains("הטבלה משותפת");
  }

  @Test
  void theDrawingIsAnImageThatAListenerIsToldAbout() {
    Document page = parsed(ReportsTest.reports(RENTAL).html());
    Element drawing =
        all(page, "div").stream()
            .filter(e -> e.getAttribute("role").equals("img"))
            .findFirst()
            .orElseThrow();
    assertThat(all(page, "figcaption"))
        .filteredOn(e -> e.getAttribute("id").equals(drawing.getAttribute("aria-labelledby")))
        .singleElement()
        .extracting(Element::getTextContent, STRING)
        .startsWith("Drawing of 4 tables and 3 relations");
  }

  @Test
  void wordsAreReadableOnTheirGroundInTheLightTheDarkAndOnPaper() throws IOException {
    String css = Files.readString(Path.of("assets/report/report.css"));
    Matcher look = Pattern.compile("(?s):root \\{(.*?)}").matcher(css);
    Map<String, Color> colours = new HashMap<>();
    for (int looks = 0; looks < 3; looks++) {
      assertThat(look.find()).isTrue();
      Pattern.compile("--([a-z-]+): (#[0-9a-f]{6}|#[0-9a-f]{3});")
          .matcher(look.group(1))
          .results()
          .forEach(each -> colours.put(each.group(1), colour(each.group(2))));
      for (String ground : List.of("paper", "canvas", "hover", "code")) {
        for (String words : List.of("text", "muted", "accent", "risk", "warn", "good")) {
          readable(colours, words, ground);
        }
      }
      for (String mark : List.of("client", "context", "neutral", "undecided")) {
        readable(colours, "on-" + mark, mark);
      }
    }
  }

  /** WCAG 2.2, "Contrast (Minimum)". */
  private static void readable(Map<String, Color> colours, String words, String ground) {
    double contrast = luminance(colours.get(words)).contrast(luminance(colours.get(ground)));
    assertThat(contrast).as("%s on %s", words, ground).isGreaterThanOrEqualTo(4.5);
  }

  private static Luminance luminance(@Nullable Color colour) {
    float[] parts = Objects.requireNonNull(colour).getRGBColorComponents(null);
    return Luminance.of(parts[0], parts[1], parts[2]);
  }

  private static Color colour(String hex) {
    String six = hex.length() == 7 ? hex : hex.replaceAll("([0-9a-f])", "$1$1");
    return Color.decode(six);
  }

  @Test
  void aScreenReaderFindsLandmarksHeadingsAndTableHeads() {
    Document page = parsed(ReportsTest.reports(RENTAL).html());
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    for (String landmark : List.of("header", "nav", "main", "footer", "h1")) {
      assertThat(all(page, landmark)).as(landmark).hasSize(1);
    }
    assertThat(all(page, "table"))
        .isNotEmpty()
        .allMatch(t -> t.getElementsByTagName("caption").getLength() == 1);
    for (Element cell : all(page, "th")) {
      String section = cell.getParentNode().getParentNode().getNodeName();
      assertThat(cell.getAttribute("scope")).isEqualTo(section.equals("thead") ? "col" : "row");
    }
    assertThat(headingLevels(page)).isSubsetOf(1, 2, 3, 4);
  }

  @Test
  void whateverTheKeyboardReachesHasANameAndNothingJumpsTheQueue() {
    Document page = parsed(ReportsTest.reports(RENTAL).html());
    Set<String> labelled =
        all(page, "label").stream().map(l -> l.getAttribute("for")).collect(Collectors.toSet());
    for (Element element : all(page, "*")) {
      String name =
          switch (element.getTagName()) {
            case "a", "summary" -> element.getTextContent();
            case "input" -> labelled.contains(element.getAttribute("id")) ? "labelled" : "";
            default ->
                element.getAttribute("tabindex").isEmpty()
                    ? "not reached"
                    : element.getAttribute("aria-label") + element.getAttribute("aria-labelledby");
          };
      assertThat(name).as("%s %s", element.getTagName(), element.getAttribute("id")).isNotBlank();
      assertThat(element.getAttribute("tabindex")).isIn("", "0");
    }
    Element first = all(page, "a").getFirst();
    assertThat(first.getAttribute("href")).isEqualTo("#report");
    assertThat(all(page, "main"))
        .singleElement()
        .matches(m -> m.getAttribute("id").equals("report"));
  }

  @Test
  void partsThatListenersJumpToAreToldApartByName() {
    Document page = parsed(ReportsTest.reports(RENTAL).html());
    List<String> regions =
        all(page, "*").stream()
            .filter(e -> e.getAttribute("role").equals("region"))
            .map(e -> e.getAttribute("aria-label"))
            .toList();
    assertThat(regions).isNotEmpty().doesNotContain("").doesNotHaveDuplicates();
    assertThat(all(page, "section")).allMatch(s -> !s.getAttribute("aria-labelledby").isEmpty());
    assertThat(all(page, "nav")).allMatch(n -> !n.getAttribute("aria-label").isEmpty());
  }

  private static List<Integer> headingLevels(Document page) {
    List<Integer> levels = new ArrayList<>();
    int before = 0;
    for (Element element : all(page, "*")) {
      if (element.getTagName().matches("h[1-6]")) {
        int level = element.getTagName().charAt(1) - '0';
        assertThat(level).as(element.getTextContent()).isLessThanOrEqualTo(before + 1);
        levels.add(level);
        before = level;
      }
    }
    return levels;
  }

  @Test
  void everyLinkLeadsToAPlaceAndEveryPlaceHasItsOwnName() {
    Document page = parsed(ReportsTest.reports(RENTAL).html());
    List<String> ids =
        all(page, "*").stream().map(e -> e.getAttribute("id")).filter(i -> !i.isEmpty()).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(all(page, "a").stream().map(a -> a.getAttribute("href").substring(1)))
        .isSubsetOf(ids);
  }

  @Test
  void thePageAllowsItsOwnScriptOnly() {
    String html = ReportsTest.reports(RENTAL).html();
    assertThat(html).contains("default-src &#39;none&#39;").contains("script-src &#39;sha256-");
  }
}
