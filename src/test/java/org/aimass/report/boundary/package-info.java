@NullMarked
package org.aimass.report.boundary;

import org.jspecify.annotations.NullMarked;
