//! The HTTP server: the way of a request from the socket to the account and back.

use std::{
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
    middleware,
    response::{IntoResponse, Response},
    routing::{get, on},
};
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};

use crate::{
    account::Account,
    clock::Clock,
    exchange::{Answer, Incoming},
    fault::{self, After, Before, Chance, Fault, Plan},
    guard::{self, Hosts},
    ledger::{self, Ledger, Raw},
    page,
    provider::{Api, Config, Demo, PROVIDERS, Route},
    wire::{Connection, Listener},
};

/// How long [`Sandbox::stop`] waits for requests in progress.
const GRACE: Duration = Duration::from_secs(5);

/// A running sandbox. It stops when it is dropped; [`Sandbox::stop`] also waits for requests in
/// progress.
pub struct Sandbox {
    address: SocketAddr,
    shared: Arc<Shared>,
    /// The server stops when this is dropped, and the streams of open pages end.
    running: watch::Sender<()>,
    server: JoinHandle<()>,
}

impl Sandbox {
    /// Starts a sandbox on `127.0.0.1`, on a free port when `port` is 0. It serves on the tokio
    /// runtime that this is called in.
    ///
    /// # Errors
    /// When the port cannot be bound.
    pub async fn start(config: Config, port: u16) -> io::Result<Self> {
        Self::start_at(config, (Ipv4Addr::LOCALHOST, port).into()).await
    }

    /// Starts a sandbox on an address, as [`Sandbox::start`] does. Any but a loopback address lets
    /// other machines send to it and read its account.
    ///
    /// # Errors
    /// When the address cannot be bound.
    pub async fn start_at(config: Config, address: SocketAddr) -> io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let (running, mut stopped) = watch::channel(());
        let shared = Arc::new(Shared::new(&config, stopped.clone()));
        let hosts = Hosts::new(&config.allowed_hosts, address.ip());
        let service = router(&config, &shared, hosts).into_make_service_with_connect_info::<Connection>();
        let server = tokio::spawn(async move {
            // Axum's server does not fail; it only has the signature for it.
            let _ = axum::serve(Listener(listener), service)
                .with_graceful_shutdown(async move {
                    let _ = stopped.changed().await;
                })
                .await;
        });
        Ok(Self { address, shared, running, server })
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// `http://127.0.0.1:PORT`, or the other address that it listens on. Its own pages are there;
    /// the provider APIs are below their names.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The `base_url` of a provider, one of [`PROVIDERS`](crate::PROVIDERS):
    /// `http://127.0.0.1:PORT/adjust`.
    pub fn base_url(&self, provider: &str) -> String {
        format!("{}/{provider}", self.url())
    }

    /// Destinations at this sandbox, for demos: all that a sender needs to know about the default
    /// configuration.
    pub fn demo_destinations(&self) -> Vec<DemoDestination> {
        demo_destinations(|provider, api| {
            let hosts = api.hosts().iter().map(|(setting, path)| (*setting, self.base_url(provider) + path));
            [("base_url", self.base_url(provider))].into_iter().chain(hosts).collect()
        })
    }

    /// A copy of the account up to now.
    pub fn account(&self) -> Account {
        self.shared.account()
    }

    /// Takes no further connections, lets requests in progress finish (for at most five seconds),
    /// and stops.
    pub async fn stop(self) {
        let Self { running, mut server, .. } = self;
        drop(running);
        if tokio::time::timeout(GRACE, &mut server).await.is_err() {
            server.abort();
        }
    }

    /// Runs until a future is done, such as the wait for Ctrl-C, and then stops as
    /// [`Sandbox::stop`] does.
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

/// A destination for demos. Its credentials are examples; none is a credential of anybody.
#[derive(Clone)]
#[non_exhaustive]
pub struct DemoDestination {
    /// The provider: one of [`PROVIDERS`](crate::PROVIDERS).
    pub provider: &'static str,
    /// The name of the destination, if that is not the provider's own.
    pub name: Option<&'static str>,
    /// Settings by their keys in a program's configuration, `base_url` and those of other addresses
    /// included.
    pub settings: Vec<(&'static str, String)>,
    /// What the destination calls events that a sender has for every provider: the table `events` of
    /// its configuration.
    pub events: Vec<(&'static str, &'static str)>,
    /// How the destination takes such events: the table `mapping` of its configuration.
    pub mapping: Vec<(&'static str, &'static str)>,
}

impl DemoDestination {
    /// All of them without settings of addresses, for senders that send nothing.
    pub fn all() -> Vec<Self> {
        demo_destinations(|_, _| Vec::new())
    }
}

/// The destinations of the default configuration, with the settings of addresses of each.
fn demo_destinations(addresses: impl Fn(&str, &dyn Api) -> Vec<(&'static str, String)>) -> Vec<DemoDestination> {
    /// A demo shows what is left out; nothing else depends on it.
    const MAPPING: (&str, &str) = ("unmapped", "warn");
    let destinations = |(provider, api): (&'static str, Box<dyn Api>)| {
        let addresses = addresses(provider, &*api);
        let destination = |demo: &Demo| {
            let Demo { name, settings } = *demo;
            let settings = settings.iter().map(|(key, value)| (*key, (*value).to_owned()));
            DemoDestination {
                provider,
                name,
                settings: settings.chain(addresses.iter().cloned()).collect(),
                events: api.demo_events(name).to_vec(),
                mapping: api.demo_mapping().iter().copied().chain([MAPPING]).collect(),
            }
        };
        api.demo().iter().map(destination).collect::<Vec<_>>()
    };
    Config::default().apis().into_iter().flat_map(destinations).collect()
}

/// What all requests share.
pub(crate) struct Shared {
    pub(crate) clock: Clock,
    pub(crate) ledger: Mutex<Ledger>,
    /// The faults that are switched on by hand.
    pub(crate) faults: Mutex<Vec<Fault>>,
    chance: Mutex<Chance>,
    /// Announces a change of the ledger or of the faults.
    pub(crate) changes: watch::Sender<()>,
    /// Changes, with an error, when the sandbox stops.
    pub(crate) stopped: watch::Receiver<()>,
}

impl Shared {
    fn new(config: &Config, stopped: watch::Receiver<()>) -> Self {
        Self {
            clock: config.clock,
            ledger: Mutex::new(Ledger::new(config.account.clone())),
            faults: Mutex::default(),
            chance: Mutex::new(Chance::new(&config.faults)),
            changes: watch::Sender::default(),
            stopped,
        }
    }

    fn account(&self) -> Account {
        let (received, forgotten) = {
            let ledger = lock(&self.ledger);
            (ledger.all(), ledger.totals().forgotten)
        };
        ledger::account(&received, forgotten)
    }

    /// The faults that the request asks for, or else those that are switched on, or else those that
    /// it meets by chance.
    fn plan(&self, request: &Request, query: &[(String, String)]) -> Result<Plan, &'static str> {
        let mut faults = fault::requested(request.headers(), query)?;
        if faults.is_empty() {
            faults.clone_from(&lock(&self.faults));
        }
        if faults.is_empty() {
            faults = lock(&self.chance).draw();
        }
        Ok(faults.into_iter().collect())
    }
}

pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A provider API that is served below its name.
struct Mount {
    name: &'static str,
    api: Mutex<Box<dyn Api>>,
    shared: Arc<Shared>,
}

impl Mount {
    /// Processes a request and enters it in the account, in one step: arrival is one order for all.
    fn process(&self, request: &Incoming, raw: Raw, fault: Option<Fault>) -> Answer {
        let mut ledger = lock(&self.shared.ledger);
        let now = self.shared.clock.now();
        let processed = lock(&self.api).process(request, now);
        let answer = ledger.process(self.name, now, raw, processed, fault);
        self.shared.changes.send_replace(());
        answer
    }

    /// Shows a request that is not processed.
    fn skip(&self, raw: Raw, fault: Fault, answer: Option<Answer>) {
        lock(&self.shared.ledger).skip(self.name, self.shared.clock.now(), raw, fault, answer);
        self.shared.changes.send_replace(());
    }

    fn internal_error(&self) -> Answer {
        lock(&self.api).internal_error()
    }
}

fn router(config: &Config, shared: &Arc<Shared>, hosts: Hosts) -> Router {
    let own = Router::new()
        .route("/_sandbox/events", get(show_account).delete(empty_account))
        .route("/healthz", get(async || "ok"))
        .fallback(not_found)
        .with_state(Arc::clone(shared))
        .merge(page::router(config, shared).method_not_allowed_fallback(not_found));
    let mount = |router: Router, (name, api)| router.merge(mounted(name, api, shared));
    config.apis().into_iter().fold(own, mount).layer(middleware::from_fn_with_state(Arc::new(hosts), guard::check))
}

async fn not_found() -> (StatusCode, String) {
    (StatusCode::NOT_FOUND, format!("not found; the providers are below /{}", PROVIDERS.join(", /")))
}

fn mounted(name: &'static str, api: Box<dyn Api>, shared: &Arc<Shared>) -> Router {
    let mut router = Router::new();
    let routes = api.routes();
    let mount = Arc::new(Mount { name, api: Mutex::new(api), shared: Arc::clone(shared) });
    for Route { methods, path } in routes {
        let endpoint = Arc::new(Endpoint { mount: Arc::clone(&mount), path });
        // A route for GET would take HEAD, too, which no API documents.
        let methods = on(*methods, exchange).head(async || StatusCode::METHOD_NOT_ALLOWED).with_state(endpoint);
        if *path == "/" {
            // To a provider's own host, both ways of writing the address are one request.
            router = router.route(&format!("/{name}"), methods.clone());
        }
        router = router.route(&format!("/{name}{path}"), methods);
    }
    router
}

/// A path of an API.
struct Endpoint {
    mount: Arc<Mount>,
    path: &'static str,
}

async fn exchange(
    State(endpoint): State<Arc<Endpoint>>,
    ConnectInfo(caller): ConnectInfo<Connection>,
    Path(segments): Path<Vec<(String, String)>>,
    request: Request,
) -> Response {
    let Endpoint { mount, path } = &*endpoint;
    let sent_query = request.uri().query().unwrap_or_default();
    let query_length = sent_query.len();
    let mut query: Vec<_> = form_urlencoded::parse(sent_query.as_bytes()).into_owned().collect();
    let plan = match mount.shared.plan(&request, &query) {
        Ok(plan) => plan,
        Err(message) => return (StatusCode::BAD_REQUEST, message).into_response(),
    };
    query.retain(|(name, _)| name != fault::PARAMETER);

    let (head, body) = request.into_parts();
    // No limit: how large a request may be is the provider's rule, and the machine is the sender's
    // own.
    let Ok(body) = axum::body::to_bytes(body, usize::MAX).await else {
        return hang_up(&caller);
    };
    let raw = Raw::new(&head.method, &head.uri, &head.headers, &body);
    let peer = caller.peer.ip().to_canonical();
    let request = Incoming { method: head.method, path, segments, query, query_length, headers: head.headers, body, peer };

    // A timer of no length still waits for the next millisecond.
    if !plan.latency.is_zero() {
        tokio::time::sleep(plan.latency).await;
    }
    if let Some(before) = plan.before {
        let (answer, retry_after) = match before {
            Before::Drop => (None, None),
            Before::InternalError => (Some(mount.internal_error()), None),
            // No provider documents the body of a 429.
            Before::TooManyRequests { retry_after } => (Some(Answer::empty(StatusCode::TOO_MANY_REQUESTS)), retry_after),
        };
        mount.skip(raw, before.fault(), answer.clone());
        let mut response = answer.map_or_else(|| hang_up(&caller), IntoResponse::into_response);
        if let Some(seconds) = retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        return response;
    }
    let answer = mount.process(&request, raw, plan.after.as_ref().map(After::fault));
    match plan.after {
        Some(After::Drop) => hang_up(&caller),
        Some(After::InternalError) => mount.internal_error().into_response(),
        None => answer.into_response(),
    }
}

/// Closes the connection. The response is for the server's eyes only.
fn hang_up(caller: &Connection) -> Response {
    caller.cut();
    Response::new(Body::empty())
}

async fn show_account(State(shared): State<Arc<Shared>>) -> Response {
    match serde_json::to_string(&shared.account()) {
        Ok(body) => Answer { status: StatusCode::OK, body }.into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn empty_account(State(shared): State<Arc<Shared>>) -> StatusCode {
    lock(&shared.ledger).empty();
    shared.changes.send_replace(());
    StatusCode::NO_CONTENT
}
