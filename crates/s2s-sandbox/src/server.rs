//! The HTTP server: the way of a request from the socket to the account and back.

use std::{
    convert::Infallible,
    fmt, io,
    net::{Ipv4Addr, SocketAddr},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Path, Request, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};

use crate::{
    account::{Account, Provider},
    adjust,
    clock::Clock,
    config::Config,
    exchange::{Answer, Incoming},
    fault::{self, After, Before, Chance, Plan},
    metrix, metrix_inapp,
    wire::{Connection, Listener},
};

/// How long [`Sandbox::stop`] waits for requests that are under way.
const GRACE: Duration = Duration::from_secs(5);

/// A running sandbox. It stops when it is dropped; [`Sandbox::stop`] also waits for requests that are under way.
pub struct Sandbox {
    address: SocketAddr,
    shared: Arc<Shared>,
    /// The server stops when this is dropped.
    running: oneshot::Sender<Infallible>,
    server: JoinHandle<()>,
}

impl Sandbox {
    /// Starts a sandbox on `127.0.0.1`, on a free port when `port` is 0. It serves on the tokio runtime that this is called in.
    ///
    /// # Errors
    /// When the port cannot be bound.
    pub async fn start(config: Config, port: u16) -> io::Result<Self> {
        Self::start_at(config, (Ipv4Addr::LOCALHOST, port).into()).await
    }

    /// Starts a sandbox on an address, as [`Sandbox::start`] does. Any but a loopback address lets other machines send to it and read
    /// its account.
    ///
    /// # Errors
    /// When the address cannot be bound.
    pub async fn start_at(config: Config, address: SocketAddr) -> io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared::new(config));
        let service = router(Arc::clone(&shared)).into_make_service_with_connect_info::<Connection>();
        let (running, stopped) = oneshot::channel();
        let server = tokio::spawn(async move {
            // Axum's server does not fail; it only has the signature for it.
            let _ = axum::serve(Listener(listener), service)
                .with_graceful_shutdown(async move {
                    let _ = stopped.await;
                })
                .await;
        });
        Ok(Self { address, shared, running, server })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// `http://127.0.0.1:PORT`, or the other address that it listens on: the `base_url` of every provider.
    pub fn base_url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A copy of the account up to now.
    pub fn account(&self) -> Account {
        self.shared.lock().account.clone()
    }

    /// Takes no further connections, lets requests under way finish (for at most five seconds), and stops.
    pub async fn stop(self) {
        let Self { running, mut server, .. } = self;
        drop(running);
        if tokio::time::timeout(GRACE, &mut server).await.is_err() {
            server.abort();
        }
    }

    /// Runs until a future is done, such as the wait for Ctrl-C, and then stops as [`Sandbox::stop`] does.
    pub async fn run_until(self, done: impl Future<Output = ()>) {
        done.await;
        self.stop().await;
    }
}

/// Where it listens, and nothing of what it has received, which is personal data.
impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandbox").field("address", &self.address).finish_non_exhaustive()
    }
}

struct Shared {
    config: Config,
    clock: Clock,
    state: Mutex<Memory>,
}

/// Everything that changes.
struct Memory {
    account: Account,
    adjust: adjust::Memory,
    metrix: metrix::Memory,
    chance: Chance,
}

impl Shared {
    fn new(config: Config) -> Self {
        Self {
            clock: Clock::new(config.now),
            state: Mutex::new(Memory {
                account: Account::default(),
                adjust: adjust::Memory::default(),
                metrix: metrix::Memory::default(),
                chance: Chance::new(&config.faults),
            }),
            config,
        }
    }

    fn lock(&self) -> MutexGuard<'_, Memory> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The faults that the request asks for or else meets by chance.
    fn faults(&self, request: &Request, query: &[(String, String)]) -> Result<Plan, &'static str> {
        let requested = fault::requested(request.headers(), query)?;
        let faults = if requested.is_empty() { self.lock().chance.draw() } else { requested };
        Ok(faults.into_iter().collect())
    }

    /// Processes a request and enters it in the account, in one step: arrival is one order for all.
    fn process(&self, endpoint: &Endpoint, request: &Incoming, answer_lost: bool) -> Answer {
        let mut memory = self.lock();
        let Memory { account, adjust, metrix, .. } = &mut *memory;
        let now = self.clock.now();
        let (provider, processed) = match endpoint {
            Endpoint::Adjust => (Provider::Adjust, adjust::process(&self.config.adjust, adjust, request, now)),
            Endpoint::Metrix => (Provider::Metrix, metrix::process(&self.config.metrix, metrix, request)),
            Endpoint::MetrixInapp(app_id) => (Provider::MetrixInapp, metrix_inapp::process(&self.config.metrix_inapp, app_id, request)),
        };
        account.record(provider, now, processed, answer_lost)
    }
}

/// Which provider API a request is for.
enum Endpoint {
    Adjust,
    Metrix,
    MetrixInapp(String),
}

impl Endpoint {
    fn internal_error(&self) -> Answer {
        match self {
            Self::Adjust => adjust::internal_error(),
            Self::Metrix | Self::MetrixInapp(_) => Answer::empty(StatusCode::INTERNAL_SERVER_ERROR),
        }
    }
}

fn router(shared: Arc<Shared>) -> Router {
    type Caller = ConnectInfo<Connection>;
    type Context = State<Arc<Shared>>;
    let event = async |State(shared): Context, ConnectInfo(caller): Caller, request: Request| {
        exchange(&shared, &caller, Endpoint::Adjust, request).await
    };
    let messages = async |State(shared): Context, ConnectInfo(caller): Caller, request: Request| {
        exchange(&shared, &caller, Endpoint::Metrix, request).await
    };
    let inapp = async |State(shared): Context, ConnectInfo(caller): Caller, Path(app_id): Path<String>, request: Request| {
        exchange(&shared, &caller, Endpoint::MetrixInapp(app_id), request).await
    };
    Router::new()
        // A route for GET answers HEAD, too, unless it is told not to; Adjust documents GET and POST.
        .route("/event", get(event).post(event).head(async || StatusCode::METHOD_NOT_ALLOWED))
        .route("/", post(messages))
        .route("/inappevent/{app_id}", post(inapp))
        .route("/_sandbox/events", get(show_account).delete(empty_account))
        .route("/healthz", get(async || "ok"))
        .fallback(async || (StatusCode::NOT_FOUND, "not found"))
        .with_state(shared)
}

async fn exchange(shared: &Shared, caller: &Connection, endpoint: Endpoint, request: Request) -> Response {
    let sent_query = request.uri().query().unwrap_or_default();
    let query_length = sent_query.len();
    let mut query: Vec<_> = form_urlencoded::parse(sent_query.as_bytes()).into_owned().collect();
    let plan = match shared.faults(&request, &query) {
        Ok(plan) => plan,
        Err(message) => return (StatusCode::BAD_REQUEST, message).into_response(),
    };
    query.retain(|(name, _)| name != fault::PARAMETER);

    let (head, body) = request.into_parts();
    // No limit: how large a request may be is the provider's rule, and the machine is the sender's own.
    let Ok(body) = axum::body::to_bytes(body, usize::MAX).await else {
        return hang_up(caller);
    };
    let request = Incoming { method: head.method, query, query_length, headers: head.headers, body, peer: caller.peer.ip().to_canonical() };

    // A timer of no length still waits for the next millisecond.
    if !plan.latency.is_zero() {
        tokio::time::sleep(plan.latency).await;
    }
    match plan.before {
        Some(Before::Drop) => return hang_up(caller),
        Some(Before::InternalError) => return endpoint.internal_error().into_response(),
        Some(Before::TooManyRequests { retry_after }) => return too_many_requests(retry_after),
        None => {}
    }
    let answer = shared.process(&endpoint, &request, plan.after.is_some());
    match plan.after {
        Some(After::Drop) => hang_up(caller),
        Some(After::InternalError) => endpoint.internal_error().into_response(),
        None => answer.into_response(),
    }
}

/// Closes the connection. The response is for the server's eyes only.
fn hang_up(caller: &Connection) -> Response {
    caller.cut();
    Response::new(Body::empty())
}

/// No provider documents the body of a 429.
fn too_many_requests(retry_after: Option<u64>) -> Response {
    let mut response = StatusCode::TOO_MANY_REQUESTS.into_response();
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

async fn show_account(State(shared): State<Arc<Shared>>) -> Response {
    let body = serde_json::to_string(&shared.lock().account);
    match body {
        Ok(body) => Answer { status: StatusCode::OK, body }.into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn empty_account(State(shared): State<Arc<Shared>>) -> StatusCode {
    shared.lock().account = Account::default();
    StatusCode::NO_CONTENT
}
