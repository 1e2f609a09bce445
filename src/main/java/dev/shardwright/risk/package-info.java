/**
 * Design problems that would lose or mix data when the database is split.
 *
 * <p>One class per problem, listed in {@code RiskChecks.ALL}. A check looks at the graph and the
 * classification; where it needs rows it describes a probe and reads the stored answer. Nothing
 * here touches a connection.
 */
@NullMarked
package dev.shardwright.risk;

import org.jspecify.annotations.NullMarked;
