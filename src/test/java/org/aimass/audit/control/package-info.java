@NullMarked
package org.aimass.audit.control;

import org.jspecify.annotations.NullMarked;
