package dev.shardwright.risk;

/** The stable codes of all design problems; files and scripts know them by these names. */
public enum CheckCode {
  MISSING_FK("Missing key"),
  DIRECT_CONNECTION("Direct connection"),
  CLIENT_CONNECTION("Clients connected"),
  UNOWNED_ROWS("Unowned rows"),
  SUSPECTED_CLIENT_DATA("Suspected client data"),
  POLYMORPHIC_DATA("Polymorphic data"),
  POLYMORPHIC_ASSOCIATION("Polymorphic association"),
  OPAQUE_UNIQUENESS("Opaque uniqueness"),
  FK_TO_NON_UNIQUE("Key to non-unique rows"),
  SELF_LOOP("Self loop"),
  TABLE_CYCLE("Cycle of tables"),
  TRIGGER_MODIFIES_DATA("Trigger writes"),
  UNSAFE_CASCADE("Unsafe cascade"),
  KEY_OVERFLOW("Key overflow"),
  SIGNED_NEGATIVE_KEYS("Negative keys"),
  CROSS_DATABASE_OBJECT("Object across databases"),
  CONTEXT_WRITTEN("Context is written"),
  GLOBAL_QUERY_OBJECT("Global query"),
  GLOBAL_UNIQUE("Global uniqueness"),
  ID_SOURCE("Source of ids"),
  NON_INTEGER_KEYS("Non-integer keys"),
  NO_PRIMARY_KEY("No row identity"),
  OUTSIDE_SELECTION("Outside the selection"),
  NEUTRAL_TOUCHES_CONTEXT("Neutral touches context"),
  CONTEXT_TOO_BIG("Context too big"),
  KIND_CONFLICT("Kinds in conflict"),
  CLIENT_WITHOUT_PATH("Client without a path"),
  FEW_KEYS("Few keys"),
  ROOT_BELOW_TENANT("Root below a tenant"),
  COPY_TABLE("Copy of a table"),
  MIGRATION_TABLE("Migration table"),
  VOLATILE_DEFAULT("Volatile default");

  private final String title;

  CheckCode(String title) {
    this.title = title;
  }

  /** The check in plain words. */
  public String title() {
    return title;
  }
}
