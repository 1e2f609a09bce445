/**
 * What tests of several rooms share: schemas written as a line of text, and real servers, started
 * once per run and gone with it.
 */
@NullMarked
package dev.shardwright.testing;

import org.jspecify.annotations.NullMarked;
