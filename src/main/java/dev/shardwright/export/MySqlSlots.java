package dev.shardwright.export;

import dev.shardwright.model.Product;
import java.util.List;

/** The id slots of MySQL and MariaDB: two settings of the whole server. */
record MySqlSlots(int slots, int slot, Product product, Script script) {

  void config() {
    script
        .comment(
            "On the primary and on every replica of it, in [mysqld]; a managed server takes the"
                + " same two lines in its parameter group.")
        .blank()
        .line("[mysqld]")
        .line("auto_increment_increment = " + slots)
        .line("auto_increment_offset = " + slot);
  }

  void statements() {
    script.comment(
        "Run it on the primary and on every replica of it. Sessions that are open keep the old"
            + " settings: restart the application's connection pools afterwards.");
    script.heading("Nothing else may set increment and offset").blank();
    script.statement(conflicts());
    script.heading("The settings").blank();
    if (product == Product.MYSQL) {
      script
          .statement("SET PERSIST auto_increment_increment = " + slots)
          .statement("SET PERSIST auto_increment_offset = " + slot);
    } else {
      script
          .comment("MariaDB keeps them until it restarts: the .cnf file beside this one is needed.")
          .statement("SET GLOBAL auto_increment_increment = " + slots)
          .statement("SET GLOBAL auto_increment_offset = " + slot);
    }
    script.heading("What is set now").blank().statement(check());
  }

  /** One row: what is set, and a verdict. */
  String check() {
    return "SELECT @@global.auto_increment_increment AS increment, @@global.auto_increment_offset"
        + " AS slot,\n  IF(@@global.auto_increment_increment = "
        + slots
        + " AND @@global.auto_increment_offset = "
        + slot
        + ", 'ok', 'WRONG') AS verdict";
  }

  // planner.md 11.1: Galera and group replication set both variables themselves
  private String conflicts() {
    String variables =
        product == Product.MYSQL
            ? "performance_schema.global_variables"
            : "information_schema.global_variables";
    return "SELECT CASE\n"
        + "    WHEN SUM(variable_name = 'wsrep_on' AND variable_value = 'ON') = 1\n"
        + "      AND SUM(variable_name = 'wsrep_auto_increment_control' AND variable_value ="
        + " 'ON') = 1\n"
        + "      THEN 'CONFLICT: Galera sets increment and offset itself; set"
        + " wsrep_auto_increment_control = OFF on every node first'\n"
        + "    WHEN SUM(variable_name = 'group_replication_group_name' AND variable_value <>"
        + " '') = 1\n"
        + "      THEN 'WARNING: group replication and InnoDB Cluster set increment and"
        + " offset when a server joins; set them after that, and check them again'\n"
        + "    ELSE 'ok' END AS verdict\n"
        + "FROM "
        + variables
        + "\nWHERE variable_name IN ("
        + String.join(
            ", ",
            List.of(
                "'wsrep_on'", "'wsrep_auto_increment_control'", "'group_replication_group_name'"))
        + ")";
  }
}
