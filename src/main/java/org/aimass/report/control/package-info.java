/** Drafts, publishes and finds reports. */
@NullMarked
package org.aimass.report.control;

import org.jspecify.annotations.NullMarked;
