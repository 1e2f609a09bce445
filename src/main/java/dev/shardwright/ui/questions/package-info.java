/** The questions to the data before they are asked, and the statements that ran. */
@NullMarked
package dev.shardwright.ui.questions;

import org.jspecify.annotations.NullMarked;
