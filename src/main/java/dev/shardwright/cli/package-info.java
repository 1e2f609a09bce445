/** The command line: one thin command per verb over the same pipeline as the window. */
@NullMarked
package dev.shardwright.cli;

import org.jspecify.annotations.NullMarked;
