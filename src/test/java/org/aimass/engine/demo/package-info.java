@NullMarked
package org.aimass.engine.demo;

import org.jspecify.annotations.NullMarked;
