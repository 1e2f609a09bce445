package dev.shardwright;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenTest {
  @Test
  void linuxWithoutDisplayOpensNoWindow() {
    assertThat(Screen.missing("Linux", "", Map.of("DISPLAY", "")))
        .hasValue("There is no display (DISPLAY is not set)");
  }

  @Test
  void anyDisplayOnLinuxWillDo() {
    assertThat(Screen.missing("Linux", "", Map.of("DISPLAY", ":0"))).isEmpty();
    assertThat(Screen.missing("Linux", "", Map.of("WAYLAND_DISPLAY", "wayland-0"))).isEmpty();
  }

  @Test
  void theHeadlessPlatformNeedsNoDisplay() {
    assertThat(Screen.missing("Linux", "Headless", Map.of())).isEmpty();
  }

  @Test
  void otherSystemsAlwaysHaveADisplay() {
    assertThat(Screen.missing("Windows 11", "", Map.of())).isEmpty();
    assertThat(Screen.missing("Mac OS X", "", Map.of())).isEmpty();
  }

  @Test
  void missingGtkNamesThePackages() {
    assertThat(
            Screen.missing(new UnsupportedOperationException("Unable to load glass GTK library.")))
        .hasValueSatisfying(why -> assertThat(why).contains("apt-get install libgtk-3-0"));
  }

  @Test
  void missingLibrariesOfTheWindowNameThePackages() {
    var failure =
        new RuntimeException(new UnsatisfiedLinkError("no glassgtk3 in java.library.path"));
    assertThat(Screen.missing(failure))
        .hasValueSatisfying(why -> assertThat(why).contains("libxtst6"));
  }

  @Test
  void deadDisplayIsNamed() {
    assertThat(Screen.missing(new UnsupportedOperationException("Unable to open DISPLAY")))
        .hasValue("The display cannot be used (Unable to open DISPLAY)");
  }

  @Test
  void ourOwnFailureIsNotBlamedOnTheScreen() {
    assertThat(Screen.missing(new RuntimeException(new IllegalStateException("bug")))).isEmpty();
  }
}
