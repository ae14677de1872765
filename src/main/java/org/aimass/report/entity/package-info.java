/** What a report is made of: its snapshot, what it hides, its number. No clock, no I/O. */
@NullMarked
package org.aimass.report.entity;

import org.jspecify.annotations.NullMarked;
