package dev.shardwright;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.AbstractCollection;
import java.util.AbstractMap;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The walls between the rooms: who may know whom, and which library lives in which room. */
class ArchitectureTest {
  private static final String OURS = "dev.shardwright.";
  private static final JavaClasses PROGRAM =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
          .importPackages("dev.shardwright");

  /** What bodies of a database do, read once for all plans of it: nothing but time hangs on it. */
  private static final String READ_BODIES = OURS + "risk.ReadBodies.LAST";

  private static final List<Class<?>> CHANGING =
      List.of(
          AbstractMap.class,
          AbstractCollection.class,
          ConcurrentMap.class,
          BitSet.class,
          StringBuilder.class,
          AtomicInteger.class,
          AtomicLong.class,
          AtomicBoolean.class,
          AtomicReference.class,
          ThreadLocal.class);

  @Test
  void dependenciesPointDownOnly() {
    var rooms = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (Room room : Room.values()) {
      rooms = rooms.optionalLayer(room.title()).definedBy(OURS + room.title() + "..");
    }
    for (Room room : Room.values()) {
      String[] below = room.below().map(Room::title).distinct().toArray(String[]::new);
      var layer = rooms.whereLayer(room.title());
      rooms = below.length == 0 ? layer.mayNotAccessAnyLayer() : layer.mayOnlyAccessLayers(below);
    }
    holds(rooms);
  }

  /** The rooms, each with those it stands on; it may know them and all below them. */
  private enum Room {
    MODEL,
    DIALECT(MODEL),
    SQL(MODEL),
    GRAPH(MODEL),
    CLASSIFY(GRAPH),
    RISK(CLASSIFY, DIALECT, SQL),
    PLAN(RISK),
    DIAGRAM(PLAN),
    EXPORT(PLAN),
    // The rows of a database reach an export through its RowSource, which introspect implements.
    INTROSPECT(EXPORT),
    REPORT(EXPORT, INTROSPECT, DIAGRAM),
    CLI(REPORT),
    UI(REPORT);

    private final List<Room> floor;

    Room(Room... floor) {
      this.floor = List.of(floor);
    }

    Stream<Room> below() {
      return floor.stream().flatMap(room -> Stream.concat(Stream.of(room), room.below()));
    }

    String title() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Test
  void everyClassLivesInARoom() {
    String[] rooms =
        Stream.concat(
                Stream.of("dev.shardwright"),
                Stream.of(Room.values()).map(room -> OURS + room.title() + ".."))
            .toArray(String[]::new);
    holds(classes().should().resideInAnyPackage(rooms));
  }

  @Test
  void panesDoNotKnowEachOther() {
    holds(
        slices()
            .matching(OURS + "ui.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAPackage(OURS + "ui.parts..")));
  }

  @Test
  void noTwoRoomsKnowEachOther() {
    holds(slices().matching(OURS + "(*)..").should().beFreeOfCycles());
  }

  @Test
  void nobodyKnowsTheWindowButTheLauncher() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages(OURS + "ui..")
            .and()
            .doNotHaveSimpleName("Launcher")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(OURS + "ui.."));
  }

  @Test
  void nobodyKnowsTheLauncher() {
    holds(
        noClasses()
            .that()
            .resideInAPackage(OURS + "*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.shardwright"));
  }

  @Test
  void theModelNeedsTheJdkOnly() {
    holds(
        classes()
            .that()
            .resideInAPackage(OURS + "model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", OURS + "model.."));
  }

  @Test
  void jdbcAndSchemaCrawlerLiveInIntrospect() {
    livesIn("introspect", "java.sql..", "javax.sql..", "schemacrawler..", "us.fatehi..");
    livesIn("introspect", "org.postgresql..", "com.mysql..", "org.mariadb..", "io.zonky..");
  }

  @Test
  void jgraphtLivesInGraph() {
    livesIn("graph", "org.jgrapht..");
  }

  @Test
  void grammarsLiveInSql() {
    livesIn("sql", "io.debezium..", "org.antlr..");
  }

  @Test
  void layoutEngineLivesInDiagram() {
    livesIn("diagram", "org.eclipse..");
  }

  @Test
  void pdfBoxLivesInDiagramAndReport() {
    livesIn(List.of("diagram", "report"), "org.apache.pdfbox..", "org.apache.fontbox..");
  }

  @Test
  void picocliLivesInCli() {
    livesIn("cli", "picocli..");
  }

  @Test
  void javaFxLivesInTheWindow() {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages(OURS + "ui..")
            .and()
            .doNotHaveSimpleName("Launcher")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "javafx..",
                "com.sun.javafx..",
                "atlantafx..",
                "org.controlsfx..",
                "org.kordamp..",
                "org.fxmisc.."));
  }

  @Test
  void backgroundIsTheOnlyDoorToTheWindowsThread() {
    onlyIn(OURS + "ui.Background", "javafx.application.Platform", "runLater");
  }

  @Test
  void onlyTheLauncherEndsTheProgram() {
    onlyIn(OURS + "Launcher", "java.lang.System", "exit");
    onlyIn(OURS + "Launcher", "java.lang.Runtime", "halt");
  }

  @Test
  void logsGoThroughSlf4j() {
    holds(noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging.."));
  }

  @Test
  void onlyTheLauncherKnowsTheConsole() {
    holds(
        noClasses()
            .that()
            .resideInAPackage(OURS + "*..")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS));
  }

  @Test
  void noStaticFieldChanges() {
    holds(fields().that().areStatic().should().beFinal());
  }

  /**
   * A final field may still hold what changes: a map that is filled, a counter. Types of our own
   * are values; arrays are left out: constants of bytes have no other form.
   */
  @Test
  void whatIsStaticHoldsNothingThatChanges() {
    holds(
        noFields()
            .that()
            .areStatic()
            .should(
                ArchCondition.from(
                    describe("be of a type that changes", ArchitectureTest::changing))));
  }

  private static boolean changing(JavaField field) {
    return !field.getRawType().getPackageName().startsWith("dev.shardwright")
        && CHANGING.stream().anyMatch(field.getRawType()::isAssignableTo)
        && !field.getFullName().equals(READ_BODIES);
  }

  @Test
  void typesAreNamedAfterWhatTheyAre() {
    holds(noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)(\\$.*)?"));
  }

  @Test
  void recordsAnswerByTheNameOfWhatIsAsked() {
    holds(
        noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areRecords()
            .should()
            .haveNameMatching("get[A-Z].*"));
  }

  @Test
  void listsAreWrittenDownAndViewsAreCode() {
    holds(
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.ServiceLoader")
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("javafx.fxml.."));
  }

  @Test
  void everyPackageIsNullMarked() {
    holds(
        classes()
            .should(
                ArchCondition.from(
                    describe(
                        "be in a package that is @NullMarked",
                        (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class)))));
  }

  private static void livesIn(String room, String... libraries) {
    livesIn(List.of(room), libraries);
  }

  private static void livesIn(List<String> rooms, String... libraries) {
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                rooms.stream().map(r -> OURS + r + "..").toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(libraries));
  }

  private static void onlyIn(String type, String owner, String method) {
    holds(
        noClasses()
            .that()
            .haveNameNotMatching(type.replace(".", "\\.") + "(\\$.*)?")
            .should(
                accessTargetWhere(
                    describe(
                        owner + "." + method,
                        (JavaAccess<?> access) ->
                            access.getTargetOwner().getName().equals(owner)
                                && access.getTarget().getName().equals(method)))));
  }

  /** Holds also while a room is still empty. */
  private static void holds(ArchRule rule) {
    rule.allowEmptyShould(true).check(PROGRAM);
  }
}
