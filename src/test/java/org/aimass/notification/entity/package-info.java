@NullMarked
package org.aimass.notification.entity;

import org.jspecify.annotations.NullMarked;
