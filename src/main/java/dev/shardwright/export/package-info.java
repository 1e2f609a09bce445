/**
 * The files a DBA takes away, one class per file, listed in {@code Exports.ALL}.
 *
 * <p>Text for people in a stable order. Rows arrive through an interface that another package
 * implements; nothing here opens a connection.
 */
@NullMarked
package dev.shardwright.export;

import org.jspecify.annotations.NullMarked;
