@NullMarked
package org.aimass.audit;

import org.jspecify.annotations.NullMarked;
