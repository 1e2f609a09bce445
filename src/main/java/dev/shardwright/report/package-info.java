/** A plan for people who have no Shardwright: pages one can print, search and send. */
@NullMarked
package dev.shardwright.report;

import org.jspecify.annotations.NullMarked;
