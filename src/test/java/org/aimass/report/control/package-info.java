@NullMarked
package org.aimass.report.control;

import org.jspecify.annotations.NullMarked;
