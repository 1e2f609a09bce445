/** Opening something: a database, a .sql file, a plan file or a sample. */
@NullMarked
package dev.shardwright.ui.connect;

import org.jspecify.annotations.NullMarked;
