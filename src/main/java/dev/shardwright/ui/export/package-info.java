/** What will be written, file by file, before it is written. */
@NullMarked
package dev.shardwright.ui.export;

import org.jspecify.annotations.NullMarked;
