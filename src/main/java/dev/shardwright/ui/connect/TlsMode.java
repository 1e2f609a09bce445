package dev.shardwright.ui.connect;

import dev.shardwright.introspect.Address;
import dev.shardwright.model.Product;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How the line to the server is guarded, in words that all three servers share. */
enum TlsMode {
  /** As the driver has it when nothing is said. */
  USUAL("", "", ""),
  /** Encrypted, whoever answers. */
  REQUIRED("require", "REQUIRED", "trust"),
  /** Encrypted, and the server proves that it is the one named. */
  VERIFIED("verify-full", "VERIFY_IDENTITY", "verify-full"),
  NONE("disable", "DISABLED", "disable");

  private final String postgresql;
  private final String mysql;
  private final String mariadb;

  TlsMode(String postgresql, String mysql, String mariadb) {
    this.postgresql = postgresql;
    this.mysql = mysql;
    this.mariadb = mariadb;
  }

  private String word(Product product) {
    return switch (product) {
      case POSTGRESQL -> postgresql;
      case MYSQL -> mysql;
      case MARIADB -> mariadb;
    };
  }

  private static String option(Product product) {
    return product == Product.POSTGRESQL ? "sslmode" : "sslMode";
  }

  /** The mode that the options say. */
  static TlsMode of(Address address) {
    String option = option(address.product());
    return Arrays.stream(values())
        .filter(t -> t != USUAL)
        .filter(t ->
            all(address).stream()
                .anyMatch(o -> o.equalsIgnoreCase(option + "=" + t.word(address.product()))))
        .findFirst()
        .orElse(USUAL);
  }

  /** The address with this mode; a socket stays on its machine and needs none. */
  Address in(Address address) {
    List<String> next =
        new ArrayList<>(
            all(address).stream()
                .filter(o -> !o.toLowerCase(Locale.ROOT).startsWith("sslmode="))
                .toList());
    if (this != USUAL && !address.local()) {
      next.add(option(address.product()) + "=" + word(address.product()));
    }
    return new Address(
        address.product(),
        address.host(),
        address.port(),
        address.database(),
        String.join("&", next));
  }

  private static List<String> all(Address address) {
    return address.options().isBlank() ? List.of() : List.of(address.options().split("&"));
  }
}
