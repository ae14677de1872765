@NullMarked
package org.aimass.activity;

import org.jspecify.annotations.NullMarked;
