package io.github.mlmaven.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpersTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void each_task_is_done_once_before_all_are_done(int threads) {
        try (Helpers helpers = new Helpers(threads)) {
            for (int count : new int[] {0, 1, 2, 7, 1000}) {
                AtomicIntegerArray done = new AtomicIntegerArray(count);
                helpers.each(count, done::incrementAndGet);
                for (int i = 0; i < count; i++) {
                    assertThat(done.get(i)).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void as_many_threads_work_as_were_named() {
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        CyclicBarrier all = new CyclicBarrier(3);
        try (Helpers helpers = new Helpers(3)) {
            helpers.each(3, task -> {
                workers.add(Thread.currentThread());
                await(all);
            });
        }
        assertThat(workers).hasSize(3).contains(Thread.currentThread());
    }

    @Test
    void what_a_task_throws_is_thrown_once_nobody_works_any_more() {
        AtomicInteger working = new AtomicInteger();
        Thread caller = Thread.currentThread();
        CyclicBarrier all = new CyclicBarrier(2);
        try (Helpers helpers = new Helpers(2)) {
            assertThatThrownBy(() -> helpers.each(100, task -> {
                        working.incrementAndGet();
                        await(all);
                        if (!Thread.currentThread().getName().equals("data-helper")) {
                            working.decrementAndGet();
                            throw new IllegalStateException("no");
                        }
                        awaitWaiting(caller);
                        working.decrementAndGet();
                        all.reset();
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no");
            assertThat(working).hasValue(0);
            assertThatThrownBy(() -> helpers.each(2, task -> {
                        await(all);
                        if (Thread.currentThread().getName().equals("data-helper")) {
                            throw new OutOfMemoryError("of a helper");
                        }
                    }))
                    .isInstanceOf(OutOfMemoryError.class)
                    .hasMessage("of a helper");
        }
    }

    /** Which of the helpers it asks first is chance. */
    @Test
    void a_helper_that_fails_ends_no_wait_for_another() {
        Thread caller = Thread.currentThread();
        for (int round = 0; round < 20; round++) {
            CyclicBarrier all = new CyclicBarrier(3);
            AtomicInteger helping = new AtomicInteger();
            AtomicInteger ended = new AtomicInteger();
            try (Helpers helpers = new Helpers(3)) {
                assertThatThrownBy(() -> helpers.each(3, task -> {
                            await(all);
                            if (Thread.currentThread() == caller) {
                                return;
                            }
                            if (helping.getAndIncrement() == 0) {
                                throw new IllegalStateException("no");
                            }
                            awaitWaiting(caller);
                            ended.incrementAndGet();
                        }))
                        .hasMessage("no");
                assertThat(ended).hasValue(1);
            }
        }
    }

    /** Until a thread waits for this one. */
    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
