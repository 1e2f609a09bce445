/** What tests share: schemas written as a line of text. */
@NullMarked
package dev.shardwright.testing;

import org.jspecify.annotations.NullMarked;
