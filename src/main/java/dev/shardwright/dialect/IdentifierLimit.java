package dev.shardwright.dialect;

import java.nio.charset.StandardCharsets;

/** How long a name may be: PostgreSQL counts bytes of UTF-8, MySQL and MariaDB characters. */
public record IdentifierLimit(int length, boolean inBytes) {

  public boolean fits(String name) {
    return size(name) <= length;
  }

  /** The name, or as much of its start as fits; never ends inside a character. */
  public String shorten(String name) {
    String shorter = name;
    while (!fits(shorter)) {
      shorter = shorter.substring(0, shorter.offsetByCodePoints(shorter.length(), -1));
    }
    return shorter;
  }

  private int size(String name) {
    return inBytes
        ? name.getBytes(StandardCharsets.UTF_8).length
        : name.codePointCount(0, name.length());
  }
}
