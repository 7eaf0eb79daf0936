package io.github.mlmaven.measure;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** A set of numbers that are as good as random, such as hashes: open addressing by their lowest bits, no object for each. */
public final class LongSet {

    private long[] slots;
    private int size;
    private boolean hasZero;

    /** An empty set with room for some numbers; it grows. */
    public LongSet(int expected) {
        slots = new long[Integer.highestOneBit(Math.max(8, expected) * 2 - 1) * 2];
    }

    /** Whether the number is new. */
    public boolean add(long number) {
        if (number == 0) {
            boolean added = !hasZero;
            hasZero = true;
            return added;
        }
        int slot = slot(number);
        if (slots[slot] == number) {
            return false;
        }
        slots[slot] = number;
        if (++size > slots.length / 2) {
            grow();
        }
        return true;
    }

    public boolean contains(long number) {
        return number == 0 ? hasZero : slots[slot(number)] == number;
    }

    /** Makes it empty; the room stays. */
    void clear() {
        Arrays.fill(slots, 0);
        size = 0;
        hasZero = false;
    }

    public int size() {
        return size + (hasZero ? 1 : 0);
    }

    public boolean isEmpty() {
        return size() == 0;
    }

    /** Shows each number, in an order that means nothing. */
    public void forEach(LongConsumer each) {
        if (hasZero) {
            each.accept(0);
        }
        for (long number : slots) {
            if (number != 0) {
                each.accept(number);
            }
        }
    }

    private int slot(long number) {
        int mask = slots.length - 1;
        int slot = (int) number & mask;
        while (slots[slot] != 0 && slots[slot] != number) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[2 * old.length];
        for (long number : old) {
            if (number != 0) {
                slots[slot(number)] = number;
            }
        }
    }
}
