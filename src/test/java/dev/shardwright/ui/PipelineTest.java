package dev.shardwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PipelineTest {

  @Test
  void withoutAGraphicsCardJavaFxDrawsByItselfAtOnce() {
    assertThat(Pipeline.order("Linux", path -> false)).contains("sw");
  }

  @Test
  void withACardOrOnAnotherSystemJavaFxChooses() {
    assertThat(Pipeline.order("Linux", Path.of("/dev/dri")::equals)).isEmpty();
    assertThat(Pipeline.order("Windows 11", path -> false)).isEmpty();
    assertThat(Pipeline.order("Mac OS X", path -> false)).isEmpty();
  }
}
