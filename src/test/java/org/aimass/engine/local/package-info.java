@NullMarked
package org.aimass.engine.local;

import org.jspecify.annotations.NullMarked;
