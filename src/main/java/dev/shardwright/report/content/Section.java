package dev.shardwright.report.content;

import java.util.List;

/**
 * A chapter of a report.
 *
 * @param id a word of lower-case letters and hyphens, for links and JSON
 */
public record Section(String id, String title, List<Block> blocks) {
  public Section {
    blocks = List.copyOf(blocks);
  }
}
