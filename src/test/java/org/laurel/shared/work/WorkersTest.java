package org.laurel.shared.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private final Workers workers = new Workers();

    @Test
    void computes_off_the_event_loop_and_else_at_once() throws Exception {
        Thread caller = Thread.currentThread();
        assertThat(workers.compute(Thread::currentThread).await().atMost(Duration.ofSeconds(5)))
                .isSameAs(caller);
        Vertx vertx = Vertx.vertx();
        try {
            CompletableFuture<Boolean> loop = new CompletableFuture<>();
            vertx.getOrCreateContext().runOnContext(go -> workers.compute(Context::isOnEventLoopThread)
                    .subscribe()
                    .with(loop::complete, loop::completeExceptionally));
            assertThat(loop.get(5, TimeUnit.SECONDS)).isFalse();
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void hands_on_what_the_work_throws() {
        assertThatThrownBy(() -> workers.compute(() -> {
                            throw new IllegalStateException("no");
                        })
                        .await()
                        .atMost(Duration.ofSeconds(5)))
                .hasMessage("no");
    }

    @Test
    void comes_back_to_the_callers_context() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            Context context = vertx.getOrCreateContext();
            CompletableFuture<Context> seen = new CompletableFuture<>();
            context.runOnContext(go -> workers.compute(() -> 1)
                    .subscribe()
                    .with(item -> seen.complete(Vertx.currentContext()), seen::completeExceptionally));
            assertThat(seen.get(5, TimeUnit.SECONDS)).isSameAs(context);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
        }
    }
}
