package dev.shardwright.report.pdf;

/** The faces that pages are set in, all of them bundled with the program. */
enum Face {
  TEXT("Inter-Regular.ttf"),
  STRONG("Inter-SemiBold.ttf"),
  CODE("JetBrainsMono-Regular.ttf");

  private final String file;

  Face(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }
}
