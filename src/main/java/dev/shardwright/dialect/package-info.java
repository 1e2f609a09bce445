/**
 * What differs between PostgreSQL, MySQL and MariaDB: quoting, types, the flavour of DDL, traps.
 *
 * <p>Identifiers are quoted here and nowhere else.
 */
@NullMarked
package dev.shardwright.dialect;

import org.jspecify.annotations.NullMarked;
