/**
 * What {@code mvn -Pbench verify} measures: figures are printed, never asserted. A benchmark is one
 * class that adds its rows to a {@link dev.shardwright.bench.Report}, and one line in {@link
 * dev.shardwright.bench.Benchmarks}; it may use every room of the program.
 */
@NullMarked
package dev.shardwright.bench;

import org.jspecify.annotations.NullMarked;
