/** What every check means, proves and cannot prove. */
@NullMarked
package dev.shardwright.ui.help;

import org.jspecify.annotations.NullMarked;
