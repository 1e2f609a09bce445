/**
 * The program's entry: {@link dev.shardwright.Launcher} decides between the window and the command
 * line.
 */
@NullMarked
package dev.shardwright;

import org.jspecify.annotations.NullMarked;
