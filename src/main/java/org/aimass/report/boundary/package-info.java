/** The public register and the report pages, for people and for machines. */
@NullMarked
package org.aimass.report.boundary;

import org.jspecify.annotations.NullMarked;
