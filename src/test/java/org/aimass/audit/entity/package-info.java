@NullMarked
package org.aimass.audit.entity;

import org.jspecify.annotations.NullMarked;
