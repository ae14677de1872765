@NullMarked
package org.aimass.processing.control;

import org.jspecify.annotations.NullMarked;
