package dev.shardwright.testing;

import dev.shardwright.risk.CheckCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An anti-pattern of the guide, or one beside it, in the sample that shows it: what is counted, one
 * way to mend it, and what the plan becomes then. The window and the command line are both held to
 * it.
 *
 * @param sample as in {@code sample:NAME}
 * @param table the place of the finding
 * @param counted the figures of its evidence, empty if nothing is asked of the rows
 * @param remedy how the title of the remedy begins
 * @param recoloured tables that would change colour
 * @param gone findings that would go
 * @param come findings that would come
 */
public record AntiPattern(
    String sample,
    CheckCode check,
    Optional<String> subtype,
    String table,
    List<Figure> counted,
    String remedy,
    int recoloured,
    int gone,
    int come) {

  public AntiPattern {
    counted = List.copyOf(counted);
  }

  /** One figure of the evidence. */
  public record Figure(String name, long value) {}

  /** Those of the guide first, in its order. */
  public static final List<AntiPattern> ALL =
      List.of(
          // guide, "Lack of foreign key"
          of("shop", CheckCode.MISSING_FK, null, "invoices")
              .counting("nonNull", 530)
              .counting("found", 527)
              .counting("orphans", 3)
              .mended("Delete the rows whose value has no row there", 1, 1, 0),
          // guide, "Direct connection between clients"
          of("affiliation", CheckCode.DIRECT_CONNECTION, "SELF", "clients")
              .counting("violatingRows", 64)
              .counting("checkedRows", 64)
              .mended("Cut the key", 0, 1, 0),
          of("help-desk", CheckCode.DIRECT_CONNECTION, "BACK_TO_ROOT", "clients")
              .counting("violatingRows", 2)
              .counting("checkedRows", 20)
              .mended("Cut the key", 0, 2, 0),
          of("affiliation", CheckCode.CLIENT_CONNECTION, "LINK_TABLE", "affiliations")
              .counting("violatingRows", 108)
              .counting("checkedRows", 108)
              .mended("Cut the key over referred_client_id", 0, 1, 0),
          // guide, "Nested connection between clients"
          of("blog-comments", CheckCode.CLIENT_CONNECTION, "NESTED", "comments")
              .counting("violatingRows", 130)
              .counting("checkedRows", 180)
              .mended("Cut the key over client_id", 0, 1, 0),
          // guide, "Accidental connection between clients"
          of("categories", CheckCode.CLIENT_CONNECTION, "ACCIDENTAL", "blog_posts")
              .counting("violatingRows", 2)
              .counting("checkedRows", 320)
              .mended("Give the rows that break it to the client of blog_category_id", 0, 1, 1),
          // guide, "Not reachable clients data"
          of("albums", CheckCode.SUSPECTED_CLIENT_DATA, null, "albums")
              .counting("referenced", 75)
              .counting("exclusive", 75)
              .counting("unreferenced", 9)
              .counting("clients", 25)
              .mended("Add a key to public.clients", 2, 2, 4),
          of("albums", CheckCode.NEUTRAL_TOUCHES_CONTEXT, null, "album_tags")
              .mended("It goes with the shared data", 1, 1, 0),
          of("help-desk", CheckCode.UNOWNED_ROWS, null, "attachments")
              .counting("unowned", 6)
              .mended("Delete them", 0, 1, 0),
          // guide, "Polymorphic data"
          of("skins", CheckCode.POLYMORPHIC_DATA, null, "skins")
              .counting("sharedRows", 8)
              .counting("ownedRows", 26)
              .counting("referencesToShared", 45)
              .mended("Cut the owner key: all rows are shared", 1, 2, 0),
          of("shop", CheckCode.POLYMORPHIC_ASSOCIATION, null, "comments")
              .mended("Rows of type Order belong to public.orders", 1, 1, 1),
          // guide, "Opaque uniqueness (a.k.a. horse riddle)": mended, it leads to the next problem
          of("car-maintenance", CheckCode.OPAQUE_UNIQUENESS, "MULTI", "parts")
              .counting("overlap", 96)
              .counting("unowned", 0)
              .mended("Add a key to public.clients that is never NULL", 0, 2, 1),
          // guide, "Foreign key to not unique rows": PostgreSQL refuses it but for NULLs
          of("help-desk", CheckCode.FK_TO_NON_UNIQUE, null, "tickets")
              .mended("Cut the key", 0, 3, 0),
          // guide, "Self loops"
          of("album-tree", CheckCode.SELF_LOOP, null, "albums")
              .mended("Move the relation to public.albums_hierarchy", 0, 2, 0),
          of("help-desk", CheckCode.TABLE_CYCLE, "UNBREAKABLE", "agents")
              .mended("Let the key of public.teams (lead_agent_id) be empty", 0, 1, 1),
          of("shop", CheckCode.TABLE_CYCLE, "BREAKABLE", "customer_addresses")
              .mended("Keep it and copy in two passes", 0, 1, 0),
          // guide, "Triggers cannot modify rows"
          of("activities", CheckCode.TRIGGER_MODIFIES_DATA, "DML", "blog_posts")
              .mended("Port it to the application and drop it", 0, 1, 0),
          // guide, "MySQL issues"
          of("help-desk", CheckCode.UNSAFE_CASCADE, null, "answers")
              .mended("Let this key cascade too", 0, 1, 0),
          // guide, "Make a wish-ard"
          of("help-desk", CheckCode.KEY_OVERFLOW, null, "labels")
              .counting("next", 32793)
              .counting("max", 32767)
              .counting("capacity", 0)
              .mended("Widen it and the columns that refer to it", 0, 1, 0),
          of("help-desk", CheckCode.CONTEXT_WRITTEN, null, "tickets")
              .mended("Let the key refuse the deletion instead", 0, 1, 0),
          of("shop", CheckCode.CROSS_DATABASE_OBJECT, null, "merchants")
              .mended("Keep public.backoffice_tickets on the shards", 3, 1, 1));

  private static Started of(
      String sample, CheckCode check, @Nullable String subtype, String table) {
    return new Started(sample, check, Optional.ofNullable(subtype), table, List.of());
  }

  private record Started(
      String sample,
      CheckCode check,
      Optional<String> subtype,
      String table,
      List<Figure> counted) {
    Started counting(String figure, long value) {
      List<Figure> more = new ArrayList<>(counted);
      more.add(new Figure(figure, value));
      return new Started(sample, check, subtype, table, List.copyOf(more));
    }

    AntiPattern mended(String remedy, int recoloured, int gone, int come) {
      return new AntiPattern(
          sample, check, subtype, table, counted, remedy, recoloured, gone, come);
    }
  }

  @Override
  public String toString() {
    return check + subtype.map(s -> " " + s).orElse("") + " in " + sample;
  }
}
