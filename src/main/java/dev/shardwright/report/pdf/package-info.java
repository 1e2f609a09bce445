/** A report as a PDF document: a small page setter over PDFBox for the records of a report. */
@NullMarked
package dev.shardwright.report.pdf;

import org.jspecify.annotations.NullMarked;
