package dev.shardwright.introspect.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What throwaway servers need is prepared once for a user, or for one run where he may not keep it.
 */
class CacheFolderTest {
  @TempDir private Path home;
  private final AtomicInteger filled = new AtomicInteger();

  @Test
  void whatIsPreparedServesTheNextRunToo() throws IOException {
    Path cache = home.resolve(".cache/shardwright");
    Path first = CacheFolder.prepared(cache, "programs", this::fill);
    Path second = CacheFolder.prepared(cache, "programs", this::fill);
    assertThat(second).isEqualTo(first).isEqualTo(cache.resolve("programs"));
    assertThat(second.resolve("bin/server")).hasContent("program");
    assertThat(filled).hasValue(1);
  }

  /** A file in the folder's place stops root as well, whom no permission stops. */
  @Test
  void aHomeThatCannotBeWrittenLeavesItToOneRun() throws IOException {
    Files.writeString(home.resolve(".cache"), "");
    Path cache = home.resolve(".cache/shardwright");
    Path once = CacheFolder.prepared(cache, "programs", this::fill);
    Path again = CacheFolder.prepared(cache, "programs", this::fill);
    try {
      assertThat(once.resolve("bin/server")).hasContent("program");
      assertThat(again.resolve("bin/server")).hasContent("program");
      assertThat(again).isNotEqualTo(once);
      assertThat(names()).containsExactly(".cache");
    } finally {
      ThrowawayFolder.delete(once);
      ThrowawayFolder.delete(again);
    }
  }

  @Test
  void whatCouldNotBeFilledIsNotThereHalf() throws IOException {
    assertThatThrownBy(() ->
            CacheFolder.prepared(
                home,
                "programs",
                folder -> {
                  fill(folder);
                  throw new IOException("no space left");
                }))
        .hasMessage("no space left");
    assertThat(names()).isEmpty();
  }

  private void fill(Path folder) throws IOException {
    filled.incrementAndGet();
    Files.createDirectories(folder.resolve("bin"));
    Files.writeString(folder.resolve("bin/server"), "program");
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> all = Files.list(home)) {
      return all.map(file -> String.valueOf(file.getFileName())).toList().stream();
    }
  }
}
