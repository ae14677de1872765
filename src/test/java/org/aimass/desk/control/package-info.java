@NullMarked
package org.aimass.desk.control;

import org.jspecify.annotations.NullMarked;
